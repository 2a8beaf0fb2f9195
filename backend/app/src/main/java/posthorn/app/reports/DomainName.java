package posthorn.app.reports;

/// A domain as a person reads it.
///
/// @param shown with umlauts, where it has some
/// @param ascii as it stands in the DNS
record DomainName(String shown, String ascii) {

    /// Whether the two forms differ, so that a page must show both.
    public boolean hasTwoForms() {
        return !shown.equals(ascii);
    }

    /// The address of the domain's report.
    public String href() {
        return "/domains/" + ascii;
    }
}
