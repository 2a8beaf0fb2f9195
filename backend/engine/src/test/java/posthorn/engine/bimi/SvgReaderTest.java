package posthorn.engine.bimi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.bimi.SvgLogo.Kind;

class SvgReaderTest {

    @Test
    void takesAGoodLogo() {
        var logo = SvgLogo.read(CaseMarks.LOGO);

        assertThat(logo.faults()).isEmpty();
        assertThat(logo.title()).contains("Example Organization");
    }

    @ParameterizedTest
    @CsvSource({
        "'<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>', \u00fc, \u00fc",
        "'<?xml version=\"1.0\" encoding=\"UTF-8\"?>', \u00c3\u00bc, \u00fc",
        "\u00ef\u00bb\u00bf, \u00c3\u00bc, \u00fc",
        "'', \u00c3\u00bc, \u00fc"
    })
    void readsTheEncodingAsItIsDeclared(String start, String octets, String title) {
        var logo = SvgLogo.read(start + CaseMarks.LOGO.replace("Example Organization", octets));

        assertThat(logo.faults()).isEmpty();
        assertThat(logo.title()).contains(title);
    }

    @Test
    void tellsOctetsThatAreNoneOfTheEncoding() {
        var logo = SvgLogo.read(CaseMarks.LOGO.replace("Example Organization", "\u00fc"));

        assertThat(logo.faults()).containsExactly(new SvgLogo.Fault(Kind.NOT_XML, "encoding"));
    }

    @Test
    void unfoldsNoEntities() {
        var laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a").append(i).append(" \"");
            laughs.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        var text = laughs + "]>" + CaseMarks.LOGO.replace("Example Organization", "&a29;");

        var logo = SvgLogo.read(text);

        assertThat(logo.kinds()).contains(Kind.NOT_XML);
        assertThat(logo.title().orElse("")).doesNotContain("ha");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"https://example.org/a\">]>",
                "<!DOCTYPE svg [<!ENTITY a PUBLIC \"x\" \"jar:https://example.org/a!/b\">]>",
                "<!DOCTYPE svg [<!ENTITY % p SYSTEM \"https://example.org/p\"> %p;]>",
                "<!DOCTYPE svg SYSTEM \"https://example.org/svg.dtd\">"
            })
    void fetchesNothing(String type) {
        var logo = SvgLogo.read(type + CaseMarks.LOGO.replace("Example Organization", "x&a;y"));

        assertThat(logo.kinds()).containsAnyOf(Kind.NOT_XML, Kind.DOCUMENT_TYPE);
        assertThat(logo.title().orElse("xy")).isIn("xy", "x", "y");
    }

    @Test
    void mindsNoEntitiesInAttributes() {
        var type = "<!DOCTYPE svg [<!ENTITY ns \"http://ns.example/\">]>";
        var logo =
                SvgLogo.read(type + CaseMarks.LOGO.replace("viewBox", "xmlns:i=\"&ns;\" viewBox"));

        assertThat(logo.kinds()).contains(Kind.NOT_XML);
    }

    @Test
    void goesOnlySoDeep() {
        var deep = CaseMarks.LOGO.replace("<rect", "<g>".repeat(50_000) + "<rect");

        assertThat(SvgLogo.read(deep).kinds()).contains(Kind.TOO_DEEP);
    }

    @Test
    void keepsOnlySoManyFaults() {
        var many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("<b").append(i).append("/>");
        }
        var logo = SvgLogo.read(CaseMarks.LOGO.replace("<rect", many + "<script/><rect"));

        assertThat(logo.faults()).hasSizeLessThan(40);
        assertThat(logo.kinds()).contains(Kind.SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<use href=\"https://example.org/a.svg#b\"/>",
                "<use href=\" javascript:1\"/>",
                "<g fill=\"url(https://example.org/a#b)\"/>",
                "<g style=\"fill:url( 'x.svg#b' )\"/>",
                "<?xml-stylesheet href=\"a.css\"?>"
            })
    void seesWhatLeadsOut(String element) {
        var logo = SvgLogo.read(CaseMarks.LOGO.replace("<rect", element + "<rect"));

        assertThat(logo.kinds()).isEqualTo(List.of(Kind.REFERENCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<use href=\"#a\"/>",
                "<g fill=\"url(#b)\"/>",
                "<g style=\"fill:url( '#b' )\"/>",
                "<!-- https://example.org/ --><desc>url(x)</desc>"
            })
    void mindsNothingInside(String element) {
        var logo = SvgLogo.read(CaseMarks.LOGO.replace("<rect", element + "<rect"));

        assertThat(logo.faults()).isEmpty();
    }

    @Test
    void takesATitleOfThePictureOnly() {
        var logo =
                SvgLogo.read(
                        CaseMarks.LOGO
                                .replace("<title>", "<g><title>")
                                .replace("</title>", "</title></g>"));

        assertThat(logo.kinds()).isEqualTo(List.of(Kind.NO_TITLE));
    }

    @Test
    void endsWithLongAttributes() {
        var blanks = "<g fill=\"url(" + " ".repeat(100_000) + "#a)\"/>";

        var logo = SvgLogo.read(CaseMarks.LOGO.replace("<rect", blanks + "<rect"));

        assertThat(logo.faults()).isEmpty();
    }
}
