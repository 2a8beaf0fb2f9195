package posthorn.app.platform;

/// Thrown when there is no such thing, or none that this person may know of.
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
