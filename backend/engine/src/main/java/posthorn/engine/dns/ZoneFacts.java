package posthorn.engine.dns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// The zone that a domain lies in.
sealed interface ZoneFacts {

    /// There is no zone of the domain's owner to be seen: somebody else's holds its records.
    record Foreign() implements ZoneFacts {}

    /// The servers of the zone above say that the name does not exist.
    ///
    /// @param servers those that say so
    record Missing(DnsName name, DnsName parent, List<DnsName> servers) implements ZoneFacts {
        public Missing {
            servers = List.copyOf(servers);
        }
    }

    /// Whose servers speak for the zone could not be found out.
    record Unanswered(DnsName zone, Failure failure) implements ZoneFacts {}

    /// A zone that begins at `apex`, and its servers.
    ///
    /// @param resolves whether resolvers find its SOA record
    /// @param delegation what the zone above says
    /// @param named the name servers that resolvers see
    /// @param servers all of them, each asked by itself
    /// @param copies the records that every server should have alike
    /// @param connections whether servers take connections
    /// @param apexAlias the alias at the domain itself, as one of the servers has it
    record Cut(
            DnsName apex,
            boolean resolves,
            Delegation delegation,
            List<DnsName> named,
            List<NameServer> servers,
            List<Copies> copies,
            List<Connection> connections,
            Answer<DnsName> apexAlias)
            implements ZoneFacts {
        public Cut {
            named = List.copyOf(named);
            servers = List.copyOf(servers);
            copies = List.copyOf(copies);
            connections = List.copyOf(connections);
        }

        /// Those that speak for the zone.
        Stream<NameServer> speaking() {
            return servers.stream().filter(NameServer::speaks);
        }

        /// Whether anybody at all was heard to speak with authority: without that, something on our
        /// side of the way may answer in everybody's place.
        boolean isHeardDirectly() {
            return speaking().findAny().isPresent() || delegation.speaks();
        }

        /// The NS records of the zone itself, as its servers have them, or as resolvers see them.
        List<DnsName> own() {
            var said =
                    servers.stream()
                            .flatMap(server -> server.visits().stream())
                            .filter(Visit::speaks)
                            .flatMap(visit -> visit.ns().records().stream())
                            .distinct()
                            .sorted()
                            .toList();
            return said.isEmpty() ? named : said;
        }

        Optional<Copies> copies(DnsName name, RecordType type) {
            return copies.stream()
                    .filter(copy -> copy.name().equals(name) && copy.type() == type)
                    .findFirst();
        }
    }

    /// What the servers of the zone above say.
    ///
    /// @param parent the zone above; the root where it is not known
    /// @param listed the name servers it lists; none where that could not be learnt
    /// @param soa its own SOA record, from the same servers: asked for where no server of the zone
    ///   speaks
    /// @param connection the same over TCP: asked for where no server of the zone takes connections
    record Delegation(
            DnsName parent, List<DnsName> listed, Answer<Rdata> soa, Answer<Rdata> connection) {
        public Delegation {
            listed = List.copyOf(listed);
        }

        boolean isKnown() {
            return !listed.isEmpty();
        }

        boolean speaks() {
            return soa instanceof Answer.Data<Rdata> && soa.source().authoritative();
        }

        boolean takesConnections() {
            return !connection.isFailed();
        }
    }

    /// The answer to the question for SOA over TCP, from a server that speaks over UDP.
    record Connection(DnsName server, Answer<Rdata> soa) {

        /// Whether there was no connection, tried twice.
        boolean isRefused() {
            return Visit.isSilence(soa);
        }
    }
}
