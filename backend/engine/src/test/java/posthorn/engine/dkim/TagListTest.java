package posthorn.engine.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import posthorn.engine.check.Parsed.Fault;

class TagListTest {

    @Test
    void tellsWhereTagsAndValuesStand() {
        var list = TagList.read(" v = DKIM1 ;p=\tA B ", "x.y");

        assertThat(list.tags())
                .containsExactly(
                        new TagList.Tag(1, "v", 5, "DKIM1"), new TagList.Tag(12, "p", 15, "A B"));
        assertThat(list.faults()).isEmpty();
    }

    @Test
    void keepsEmptyValues() {
        assertThat(TagList.read("p=", "x.y").value("p")).contains("");
    }

    @Test
    void goesOnAfterAPieceThatIsNoTag() {
        var list = TagList.read("v=DKIM1; oops; p=A", "x.y");

        assertThat(list.value("p")).contains("A");
        assertThat(list.faults()).containsExactly(new Fault(9, 4, "x.y"));
    }

    @Test
    void takesTheFirstOfTwoTagsWithOneName() {
        var list = TagList.read("t=s; t=y", "x.y");

        assertThat(list.value("t")).contains("s");
        assertThat(list.faults()).containsExactly(new Fault(5, 3, "x.y"));
    }

    @Test
    void refusesBytesOutsidePrintableAscii() {
        assertThat(TagList.read("n=caf\u00e9", "x.y").faults()).hasSize(1);
        assertThat(TagList.read("n=a\u0000b", "x.y").faults()).hasSize(1);
    }

    @Test
    void toleratesEmptyPieces() {
        assertThat(TagList.read("v=DKIM1;; ;p=A;", "x.y").faults()).isEmpty();
    }
}
