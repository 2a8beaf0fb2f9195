package posthorn.engine.door;

import java.io.IOException;

/// Who keeps the mail that comes in.
public interface Postbox {

    /// Whether mail for this forward-path, without brackets, is taken. What would have to be sent
    /// back or on later is refused here.
    Reply recipient(Envelope soFar, String forwardPath);

    /// Room for the text of a message.
    Parcel open(Envelope envelope) throws IOException;

    /// Something failed that should not: keeps a note for the operator and gives its name, which
    /// the client is told.
    String fault(Exception why);

    /// A message on its way in.
    interface Parcel {

        /// The next octets, exactly as they shall be kept.
        void write(byte[] octets, int from, int to) throws IOException;

        /// All of it is there. Whoever answers with 250 has it for good.
        Reply keep(TextFacts facts) throws IOException;

        /// It will not come: forget it.
        void drop();
    }

    /// There is no room for more.
    final class Full extends IOException {

        private static final long serialVersionUID = 1;

        public Full(String why) {
            super(why);
        }
    }
}
