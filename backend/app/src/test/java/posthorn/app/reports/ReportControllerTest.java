package posthorn.app.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import posthorn.app.account.Member;
import posthorn.app.account.People;
import posthorn.app.domains.DomainDetails;
import posthorn.app.domains.Domains;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.outside.DnsName;

@PostgresTest
@AutoConfigureMockMvc
class ReportControllerTest {

    private static final String NAME = "watched.example";
    private static final Instant EARLIER = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-22T10:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>\u202e\u0007\"'&<b>";

    @Autowired private MockMvc mvc;
    @Autowired private People people;
    @Autowired private Domains domains;
    @Autowired private JdbcClient jdbc;

    private long sound;
    private long broken;

    @BeforeEach
    void aliceWatchesOneDomainWhoseSpfBroke() {
        jdbc.sql("delete from domain").update();
        var seen = new Seen(jdbc, add(NAME));
        sound = seen.observation("spf", "OK", "v=spf1 mx -all", EARLIER, LATER);
        broken = seen.observation("spf", "FAIL", "v=spf1 mx " + HOSTILE, LATER);
        seen.finding(broken, 0, "CRITICAL", "spf.unknown-mechanism", HOSTILE);
        seen.change("spf", sound, broken, LATER);
    }

    @Test
    void showsEveryPageToTheWholeTeamAndToNobodyElse() throws Exception {
        for (var path : pages()) {
            mvc.perform(as(people.alice(), get(path))).andExpect(status().isOk());
            mvc.perform(as(people.bob(), get(path))).andExpect(status().isOk());
            mvc.perform(as(people.charlie(), get(path))).andExpect(status().isNotFound());
            mvc.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
        }
    }

    @Test
    void changesNothingOnTheseAddresses() throws Exception {
        for (var path : pages()) {
            mvc.perform(as(people.alice(), post(path).with(csrf())))
                    .andExpect(status().isMethodNotAllowed());
            mvc.perform(as(people.alice(), post(path))).andExpect(status().isForbidden());
        }
    }

    @Test
    void listsOnlyTheDomainsOfTheTeam() throws Exception {
        assertThat(body(people.alice(), "/domains")).contains(NAME);
        assertThat(body(people.charlie(), "/domains"))
                .doesNotContain(NAME)
                .contains("No domains yet", "href=\"/domains/add\"");
        mvc.perform(get("/domains")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void listsTheWorstFirst() throws Exception {
        var good = new Seen(jdbc, add("a-good.example"));
        good.observation("mx", "OK", "10 mx1.example", EARLIER);
        var unknown = new Seen(jdbc, add("b-unknown.example"));
        unknown.observation("mx", "UNKNOWN", "", EARLIER);
        add("c-new.example");
        add("d-paused.example");
        domains.pause(people.alice().teamId(), "d-paused.example");

        assertThat(body(people.alice(), "/domains"))
                .containsSubsequence(
                        NAME, "b-unknown.example", "c-new.example", "a-good.example", "d-paused");
    }

    @Test
    void findsDomainsByPartOfTheirName() throws Exception {
        add("other.example");

        assertThat(body(people.alice(), "/domains?q=OTH"))
                .contains("other.example")
                .doesNotContain(NAME);
        assertThat(body(people.alice(), "/domains?q=<b>"))
                .contains("&lt;b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void showsBothFormsOfANameWithUmlauts() throws Exception {
        var ascii = DnsName.fromPerson("grüße.example").orElseThrow().text();
        add(ascii);

        assertThat(body(people.alice(), "/domains")).contains("grüße.example", ascii);
        assertThat(body(people.alice(), "/domains/" + ascii))
                .contains("<h1>grüße.example</h1>", ascii);
    }

    @Test
    void showsHostileRecordsAsText() throws Exception {
        for (var path : pages()) {
            if (path.endsWith("/download")) {
                continue; // plain text, which no browser runs
            }
            assertThat(body(people.alice(), path))
                    .as(path)
                    .doesNotContain("<script>alert", "\u202e", "\u0007");
        }
        assertThat(body(people.alice(), "/domains/" + NAME))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}\\u{7}");
    }

    @Test
    void showsRecordsInTheFormOfTheHostSomebodyChose() throws Exception {
        publish(
                "[{\"action\":\"remove\",\"name\":\""
                        + NAME
                        + "\",\"type\":\"TXT\","
                        + "\"value\":\"v=spf1 mx +all\"},{\"action\":\"publish\",\"name\":\""
                        + NAME
                        + "\",\"type\":\"TXT\",\"value\":\"v=spf1 mx -all\"}]");

        for (var path : List.of("/domains/" + NAME, "/domains/" + NAME + "/spf")) {
            assertThat(body(people.alice(), path + "?host=strato"))
                    .contains("At STRATO: Domains", "(leave empty)", "v=spf1 mx +all", "by this")
                    .containsSubsequence("\"strato\"", "selected=\"selected\"", ">STRATO</option>");
            assertThat(body(people.alice(), path))
                    .contains("In the form of your DNS host")
                    .contains(NAME + ". TXT &quot;v=spf1 mx -all&quot;");
            assertThat(body(people.alice(), path + "?host=<nobody>"))
                    .contains("In the form of your DNS host")
                    .doesNotContain("<nobody>");
            assertThat(body(people.bob(), path + "?host=strato")).contains("Bei STRATO: Domains");
        }
    }

    private void publish(String remedies) {
        jdbc.sql("update finding set remedies = cast(:remedies as jsonb)")
                .param("remedies", remedies)
                .update();
    }

    @Test
    void speaksGermanToBob() throws Exception {
        assertThat(body(people.bob(), "/domains/" + NAME))
                .contains("lang=\"de\"", "Was zu tun ist")
                .doesNotContain("Jetzt prüfen", "Einstellungen</a>");
    }

    @Test
    void downloadsATranscriptUnderASafeName() throws Exception {
        var answer =
                mvc.perform(as(people.alice(), get(transcript(broken) + "/download")))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "text/plain;charset=UTF-8"))
                        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                        .andExpect(
                                header().string(
                                                "Content-Disposition",
                                                "attachment; filename=\"transcript.txt\""))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getContentAsString()).contains("example.org. 300 TXT").endsWith("\n");
    }

    @Test
    void showsNoTranscriptUnderAnotherCheckOrDomain() throws Exception {
        add("other.example");

        for (var path :
                List.of(
                        "/domains/" + NAME + "/mx/transcripts/" + broken,
                        "/domains/other.example/spf/transcripts/" + broken,
                        "/domains/" + NAME + "/spf/transcripts/0",
                        "/domains/" + NAME + "/spf/transcripts/99999999999999999999",
                        "/domains/" + NAME + "/nothing",
                        "/domains/no-such.example")) {
            mvc.perform(as(people.alice(), get(path))).andExpect(status().isNotFound());
        }
    }

    @Test
    void claimsNothingAboutWhatItCouldNotSee() throws Exception {
        var seen = new Seen(jdbc, add("silent.example"));
        var silent = seen.observation("mx", "UNKNOWN", EARLIER);
        seen.finding(silent, 0, "UNKNOWN", "mx.unanswered", "silent.example");

        assertThat(body(people.alice(), "/domains/silent.example"))
                .contains("Nothing could be seen this time", "Not known")
                .doesNotContain("No such record is published", "Broken", "What to do, most");
    }

    @Test
    void saysThatNothingIsPublishedWhereThatIsKnown() throws Exception {
        var seen = new Seen(jdbc, add("bare.example"));
        var missing = seen.observation("spf", "FAIL", EARLIER);
        seen.finding(missing, 0, "CRITICAL", "spf.missing", "bare.example");

        assertThat(body(people.alice(), "/domains/bare.example"))
                .contains("No such record is published");
    }

    @Test
    void tellsHistoryNewestFirst() throws Exception {
        assertThat(body(people.alice(), "/domains/" + NAME + "/history"))
                .containsSubsequence(
                        "was “Good”, is now “Broken”",
                        "Before",
                        "v=spf1",
                        "Now",
                        "still so",
                        "Good");
    }

    @Test
    void survivesOddPageNumbers() throws Exception {
        for (var page : List.of("0", "-1", "2147483647")) {
            mvc.perform(as(people.alice(), get("/domains?page=" + page)))
                    .andExpect(status().isOk());
            mvc.perform(as(people.alice(), get("/domains/" + NAME + "/history?page=" + page)))
                    .andExpect(status().isOk());
        }
        mvc.perform(as(people.alice(), get("/domains?page=x"))).andExpect(status().isBadRequest());
    }

    private List<String> pages() {
        var report = "/domains/" + NAME;
        return List.of(
                report,
                report + "/spf",
                report + "/mx",
                report + "/history",
                transcript(sound),
                transcript(broken),
                transcript(broken) + "/download");
    }

    private static String transcript(long id) {
        return "/domains/" + NAME + "/spf/transcripts/" + id;
    }

    private long add(String name) {
        var team = people.alice().teamId();
        assertThat(domains.add(team, DnsName.of(name), DomainDetails.none())).isEmpty();
        return domains.find(team, name).id();
    }

    private String body(Member person, String path) throws Exception {
        return mvc.perform(as(person, get(path))).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder as(
            Member person, MockHttpServletRequestBuilder request) {
        return request.with(People.signedIn(person));
    }
}
