package posthorn.app.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import posthorn.app.platform.InvalidSetting;
import posthorn.app.platform.Settings;
import posthorn.engine.dnsbl.DnsList;
import posthorn.engine.dnsbl.ListTable;

class ListsSettingTest {

    @TempDir private Path folder;

    @Test
    void asksNoListWithoutAFile() {
        assertThat(lists("").ready()).isEmpty();
    }

    @Test
    void asksTheListsWhoseTermsTheFileAccepts() throws IOException {
        var file = Files.writeString(folder.resolve("lists"), "[psbl]\naccept yes\n");

        assertThat(lists(file.toString()).ready()).extracting(DnsList::id).containsExactly("psbl");
    }

    @Test
    void refusesAFileItCannotReadOrUnderstand() throws IOException {
        var file = Files.writeString(folder.resolve("lists"), "[psbl]\ncolour blue\n");

        assertThatThrownBy(() -> lists(file.toString()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> lists(folder.resolve("absent").toString()))
                .isInstanceOf(InvalidSetting.class);
    }

    private static ListTable lists(String file) {
        var source = new MapConfigurationPropertySource(Map.of("posthorn.lists", file));
        return new ListsConfig()
                .listTable(new Binder(source).bindOrCreate("posthorn", Settings.class));
    }
}
