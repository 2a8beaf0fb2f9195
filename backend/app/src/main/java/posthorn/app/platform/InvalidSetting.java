package posthorn.app.platform;

/// A setting that cannot be used, told so that its reader can mend it.
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    public InvalidSetting(String name, String value, String why) {
        var sentence = "The setting %s=%s %s.".formatted(name, value, why);
        super(sentence);
        this.sentence = sentence;
    }

    /// What to tell.
    public String sentence() {
        return sentence;
    }
}
