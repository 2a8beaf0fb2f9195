package posthorn.app.account;

import java.time.ZoneId;
import java.util.List;
import posthorn.app.platform.web.Languages;

/// The page about one's own account.
record AccountPage(
        String email,
        String language,
        List<String> languages,
        String zone,
        List<String> zones,
        Problems problems) {

    AccountPage {
        languages = List.copyOf(languages);
        zones = List.copyOf(zones);
    }

    static AccountPage of(Member member, Problems problems) {
        return new AccountPage(
                member.email(),
                member.locale().getLanguage(),
                Languages.ALL,
                member.zone().getId(),
                zonesAround(member.zone()),
                problems);
    }

    /// The zones people know, such as `Europe/Berlin`, and the one in use.
    private static List<String> zonesAround(ZoneId own) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> isPlace(id) || id.equals("UTC") || id.equals(own.getId()))
                .sorted()
                .toList();
    }

    private static boolean isPlace(String id) {
        return id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
    }
}
