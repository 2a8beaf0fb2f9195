package posthorn.app.account;

import org.springframework.web.util.UriComponentsBuilder;

/// The domain somebody typed on the start page, carried along until there is an account to add it
/// to.
record Wish(String domain) {

    private static final int LONGEST = 253;

    Wish {
        var text = domain.strip();
        var isFit = text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
        domain = isFit ? text : "";
    }

    /// The first page for a person who is signed in now.
    String page() {
        return domain.isEmpty()
                ? "/domains"
                : UriComponentsBuilder.fromPath("/domains/add")
                        .queryParam("name", "{domain}")
                        .encode()
                        .buildAndExpand(domain)
                        .toUriString();
    }
}
