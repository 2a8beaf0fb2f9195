package posthorn.engine.server;

import java.util.Arrays;
import java.util.Optional;

/// A program on a server, in the order of showing: what moves mail, what signs it, what filters it,
/// what serves files, what fetches certificates.
public enum Software {
    POSTFIX("postfix", "Postfix"),
    EXIM("exim", "Exim"),
    SENDMAIL("sendmail", "sendmail"),
    OPENDKIM("opendkim", "OpenDKIM"),
    RSPAMD("rspamd", "Rspamd"),
    POSTGREY("postgrey", "Postgrey"),
    POSTSRSD("postsrsd", "PostSRSd"),
    /// The file that any web server hands out.
    WEB("web", ""),
    NGINX("nginx", "nginx"),
    APACHE("apache", "Apache"),
    CADDY("caddy", "Caddy"),
    CERTBOT("certbot", "certbot"),
    ACME("acme", "acme.sh");

    private final String id;
    private final String ownName;

    Software(String id, String ownName) {
        this.id = id;
        this.ownName = ownName;
    }

    /// The word for it in recipes and options: `postfix`.
    public String id() {
        return id;
    }

    /// What its makers call it; empty where it is no program in particular.
    String ownName() {
        return ownName;
    }

    /// Whether it takes mail and hands it on.
    public boolean movesMail() {
        return this == POSTFIX || this == EXIM || this == SENDMAIL;
    }

    /// The software with this id.
    public static Optional<Software> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
