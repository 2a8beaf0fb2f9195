package posthorn.engine.bimi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A logo, held against the profile SVG Tiny PS (BIMI draft §7.6, draft-svg-tiny-ps-abrotman).
///
/// @param title of the picture, if it has one
/// @param sides width and height of its view, where these are plain numbers
public record SvgLogo(List<Fault> faults, Optional<String> title, Optional<Sides> sides) {

    /// More octets than this are not unpacked.
    static final int LARGEST = 256 * 1024;

    /// Width and height.
    record Sides(double width, double height) {

        private static final double TOLERANCE = 0.01;

        boolean areEqual() {
            return Math.abs(width - height) <= TOLERANCE * Math.max(width, height);
        }

        @Override
        public String toString() {
            return text(width) + " × " + text(height);
        }

        private static String text(double side) {
            return BigDecimal.valueOf(side).stripTrailingZeros().toPlainString();
        }
    }

    /// One thing that the profile does not allow.
    ///
    /// @param where an element, an attribute or a value
    record Fault(Kind kind, String where) {}

    /// What is not allowed.
    enum Kind {
        /// It is no XML, or none that can be read without its document type.
        NOT_XML,
        /// Its root is no `svg` of SVG's namespace.
        NOT_SVG,
        /// Elements stand in each other without end.
        TOO_DEEP,
        /// The version is not 1.2.
        VERSION,
        /// The profile is not `tiny-ps`.
        BASE_PROFILE,
        /// The root has `x` or `y`.
        POSITION,
        SCRIPT,
        ANIMATION,
        IMAGE,
        /// Something outside the file is needed.
        REFERENCE,
        NO_TITLE,
        /// An element that SVG Tiny does not know; only strict readers refuse it.
        ELEMENT,
        /// A document type; only strict readers refuse it.
        DOCUMENT_TYPE;

        /// Whether most receivers refuse the logo for it.
        boolean isRefused() {
            return compareTo(ELEMENT) < 0;
        }
    }

    public SvgLogo {
        faults = List.copyOf(faults);
    }

    /// Reads a file; each octet is the Latin-1 character of the same number.
    static SvgLogo read(String octets) {
        return new SvgReader().read(octets);
    }

    /// What is wrong, each once.
    List<Kind> kinds() {
        return faults.stream().map(Fault::kind).distinct().sorted().toList();
    }
}
