package org.minsheng.explain;

import org.minsheng.conf.Texts;
import org.minsheng.explain.Explanation.Cell;
import org.minsheng.explain.Explanation.Member;

/** A region that a roll-up is made of, in a line. */
final class MemberText {
    private final Texts texts;
    private final CellText sent;

    MemberText(Texts texts, CellText sent) {
        this.texts = texts;
        this.sent = sent;
    }

    /** With its figures, or why it has none, and where these stand. */
    String line(Member member) {
        String name = member.refArea() + " " + member.area();
        long unused = member.cells().stream().filter(cell -> !cell.isInUse()).count();
        String places =
                sent.places(member.cells().stream().filter(Cell::isInUse).toList());
        StringBuilder line = new StringBuilder(name);
        if (member.numerator() != null) {
            line.append("  ").append(Plain.number(member.numerator()));
            line.append(member.denominator() == null ? "" : " / " + Plain.number(member.denominator()));
            line.append(member.obsValue() == null ? "" : " → " + Plain.number(member.obsValue()));
        }
        if (member.meets() != null) {
            line.append(texts.get(
                    member.meets() ? "parts.meets" : "parts.does_not_meet",
                    member.people() == null ? Plain.NONE : String.valueOf(member.people())));
        }
        if (member.obsValue() == null && member.reason() != null) {
            line.append("  ").append(texts.get("value.reason." + member.reason()));
        }
        line.append(places.isEmpty() ? "" : "  ← " + places);
        return line.append(unused == 0 ? "" : texts.get("parts.unused", String.valueOf(unused)))
                .toString();
    }
}
