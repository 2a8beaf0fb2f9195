package posthorn.app.platform;

/// A setting that cannot be used, told so that its reader can mend it.
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidSetting(String name, String value, String why) {
        super("The setting %s=%s %s.".formatted(name, value, why));
    }
}
