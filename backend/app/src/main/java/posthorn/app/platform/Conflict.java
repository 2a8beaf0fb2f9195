package posthorn.app.platform;

/// Thrown when a thing has changed meanwhile, or already exists.
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
