package posthorn.app.platform.web;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import posthorn.app.platform.InvalidSetting;
import posthorn.app.platform.Settings;

/// Where templates, messages and static files are: inside the program, or, for somebody who works
/// on them, in the folder named by `posthorn.templates`, from which every page is read anew.
@Component
public class FrontendFiles {

    private final String root;
    private final boolean live;

    FrontendFiles(Settings settings) {
        var folder = settings.templates();
        live = !folder.isBlank();
        if (live && !Files.isDirectory(Path.of(folder, "pages"))) {
            throw new InvalidSetting("posthorn.templates", folder, "holds no folder named pages");
        }
        root = live ? Path.of(folder).toAbsolutePath().toUri().toString() : "classpath:/frontend/";
    }

    /// Whether files may change while the program runs.
    public boolean isLive() {
        return live;
    }

    /// Where a file is, for a loader of resources.
    public String location(String path) {
        return root + path;
    }

    /// The same for a pattern that may match files of several jars.
    String pattern(String path) {
        return live ? root + path : "classpath*:frontend/" + path;
    }
}
