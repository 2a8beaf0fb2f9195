package posthorn.app.lists;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import posthorn.engine.dnsbl.ListTable;

/// An address list, a list of names, and one that is switched off.
@TestConfiguration(proxyBeanMethods = false)
class TestLists {

    @Bean
    @Primary
    ListTable testLists() {
        return ListTable.builtIn()
                .extendedBy(
                        """
                        only
                        [alpha]
                        name    Alpha <script>
                        zone    alpha.example
                        lists   ip4
                        tier    A
                        used-by Filter One
                        on      yes
                        code    127.0.0.2 spam
                        cause   spam
                        removal form
                        delist  https://alpha.example/removal
                        [names]
                        name    Names
                        zone    names.example
                        lists   domain
                        tier    B
                        on      yes
                        bit     4 black
                        removal automatic
                        [off]
                        name    Off
                        zone    off.example
                        lists   ip4
                        tier    C
                        code    127.0.0.2 spam
                        [terms]
                        name    Terms
                        zone    terms.example
                        lists   ip4 ip6
                        tier    B
                        on      yes
                        use     terms
                        terms   https://terms.example/
                        code    127.0.0.2 spam
                        """);
    }
}
