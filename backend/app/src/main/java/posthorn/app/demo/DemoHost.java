package posthorn.app.demo;

import java.io.IOException;

/// Somebody in the demo's world who listens.
interface DemoHost {

    /// Meets whoever has connected.
    void talk(DemoConnection connection) throws IOException;
}
