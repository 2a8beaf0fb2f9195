package posthorn.app.platform.mail;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// The list of kept mails.
record OutboxPage(List<Line> mails) {

    record Line(long id, String to, String subject, Moment at) {}

    OutboxPage {
        mails = List.copyOf(mails);
    }
}
