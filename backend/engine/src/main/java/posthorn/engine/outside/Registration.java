package posthorn.engine.outside;

import java.time.Instant;
import java.util.List;

/// What a registry says about a domain.
public sealed interface Registration {

    /// It is registered until a day.
    ///
    /// @param statuses in the words of RFC 8056, such as `client hold`
    record Dated(Instant expires, List<String> statuses) implements Registration {
        public Dated {
            statuses = List.copyOf(statuses);
        }
    }

    /// It is registered, and no day is given; some registries never tell one.
    ///
    /// @param statuses as above
    record Undated(List<String> statuses) implements Registration {
        public Undated {
            statuses = List.copyOf(statuses);
        }
    }

    /// The registry does not know the domain.
    record NotFound() implements Registration {}

    /// The registry did not say.
    record Unknown(Why why) implements Registration {}

    /// Why it did not say.
    enum Why {
        /// It was not asked.
        NOT_ASKED,
        /// Too much is going on to ask it now.
        NOT_NOW,
        /// No registry with such a service is known for this domain.
        NO_SERVICE,
        /// There was no answer, or none in time.
        SILENT,
        /// It does not want to answer.
        REFUSED,
        /// What came is no answer to this question.
        MALFORMED
    }

    /// The statuses that came; none where nothing is registered, or nothing known.
    default List<String> statuses() {
        return switch (this) {
            case Dated dated -> dated.statuses;
            case Undated undated -> undated.statuses;
            case NotFound _, Unknown _ -> List.of();
        };
    }
}
