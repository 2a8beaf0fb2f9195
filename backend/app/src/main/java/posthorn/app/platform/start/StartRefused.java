package posthorn.app.platform.start;

/// A reason not to start, in one sentence its reader can act on.
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    public StartRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// What to tell.
    public String sentence() {
        return sentence;
    }
}
