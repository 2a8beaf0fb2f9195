package posthorn.engine.spf;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// A zone that keeps each question it is asked.
final class CountingDns implements Dns {

    final List<Question> asked = new ArrayList<>();
    private final Dns zone;

    CountingDns(String zone) {
        this.zone = new ZoneDns(ZoneReader.read(zone));
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        asked.add(question);
        return zone.ask(question);
    }
}
