package posthorn.app.reports;

import java.time.ZoneId;
import java.util.Locale;

/// Who reads: in which language and which zone.
///
/// @param host the DNS host whose form records are shown in; empty for the one of the domain
record Reader(Locale locale, ZoneId zone, String host) {}
