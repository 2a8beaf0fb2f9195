package posthorn.app.platform;

/// Thrown when a person may see a thing but not do this to it.
public final class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
