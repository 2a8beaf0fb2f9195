package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainingTest {

    @Test
    void everyRunIsUnderstood() throws IOException {
        assertThat(Training.train("../../ops/demo"))
                .hasSizeGreaterThan(10)
                .allMatch(status -> status < Status.USAGE);
    }
}
