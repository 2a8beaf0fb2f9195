package posthorn.app.account;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The mails that were written in a test.
@Component
public class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The subjects of all mails to this address, oldest first.
    public List<String> subjects(String email) {
        return jdbc.sql("select subject from outgoing_mail where recipient = ? order by id")
                .param(email)
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    /// The plain text of the newest mail to this address.
    public String newest(String email) {
        return jdbc.sql(
                        """
                        select text_body from outgoing_mail where recipient = ?
                        order by id desc limit 1
                        """)
                .param(email)
                .query(String.class)
                .single();
    }

    /// The path of the link in the newest mail to this address.
    public String link(String email) {
        var matcher = LINK.matcher(newest(email));
        if (!matcher.find()) {
            throw new AssertionError("no link in the mail");
        }
        return matcher.group(1);
    }
}
