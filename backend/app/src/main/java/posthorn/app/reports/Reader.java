package posthorn.app.reports;

import java.time.ZoneId;
import java.util.Locale;

/// Who reads: in which language and which zone.
record Reader(Locale locale, ZoneId zone) {}
