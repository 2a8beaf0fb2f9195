package posthorn.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final String TEXT =
            """
            # a comment
            only yes

            [first]
            name   The First   # behind it
            code   1 one
            code?  2 two
            [second]
            link   https://example.org/#part
            """;

    @Test
    void readsHeadBlocksAndLines() {
        var table = Table.read(TEXT);

        assertThat(table.head()).extracting(Block.Line::value).containsExactly("yes");
        assertThat(table.blocks()).extracting(Block::id).containsExactly("first", "second");
        assertThat(table.blocks().getFirst().need("name")).isEqualTo("The First");
        assertThat(table.blocks().getFirst().all("code"))
                .extracting(Block.Line::value, Block.Line::sure)
                .containsExactly(tuple("1 one", true), tuple("2 two", false));
        assertThat(table.blocks().get(1).need("link")).isEqualTo("https://example.org/#part");
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        assertThatThrownBy(() -> Table.read("[one]\n[one]\n"))
                .isInstanceOf(Unreadable.class)
                .hasMessageStartingWith("line 2:");
        assertThatThrownBy(() -> Table.read("\n[One Two]\n")).hasMessageStartingWith("line 2:");
    }

    @Test
    void refusesWordsItDoesNotKnowWordsTwiceAndMissingOnes() {
        var block = Table.read(TEXT).blocks().getFirst();

        assertThatThrownBy(() -> block.allow(Set.of("name")))
                .hasMessage("line 6: unknown word \"code\"");
        assertThatThrownBy(() -> block.value("code")).hasMessageContaining("second \"code\"");
        assertThatThrownBy(() -> block.need("zone")).hasMessage("line 4: [first] has no \"zone\"");
    }
}
