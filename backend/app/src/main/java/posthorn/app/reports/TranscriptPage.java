package posthorn.app.reports;

import posthorn.app.platform.web.Moment;

/// What was asked and what came back.
record TranscriptPage(
        DomainName name, String kind, Moment from, Moment until, String text, String download) {}
