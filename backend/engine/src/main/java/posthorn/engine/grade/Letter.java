package posthorn.engine.grade;

/// The grade as people know it.
public enum Letter {
    A_PLUS("A+", 97, 100),
    A("A", 90, 96),
    B("B", 80, 89),
    C("C", 70, 79),
    D("D", 55, 69),
    E("E", 40, 54),
    F("F", 0, 39),
    /// Too little is known.
    NONE("–", 0, 100);

    private final String text;
    private final int from;
    private final int top;

    Letter(String text, int from, int top) {
        this.text = text;
        this.from = from;
        this.top = top;
    }

    /// As it is written.
    public String text() {
        return text;
    }

    /// The highest score, of 100, that still means this letter.
    int top() {
        return top;
    }

    /// The letter of a score.
    static Letter of(int score) {
        for (var letter : values()) {
            if (score >= letter.from) {
                return letter;
            }
        }
        return F;
    }
}
