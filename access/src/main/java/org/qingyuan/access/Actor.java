package org.qingyuan.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who acts.
///
/// @param name as the person gives it; who it really was is what `way` says
public record Actor(Role role, String name, Scope scope, Way way) {
    /// What falls due by itself.
    public static final Actor CLOCK = new Actor(Role.SYSTEM, "clock", Scope.EVERYTHING, Way.CLOCK);

    private static final Pattern TEXT =
            Pattern.compile("([a-z]+):([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63})(?:@([\\p{L}\\p{N}._/-]{1,64}))?");

    /// Reads `checker:wang@320500`; without `@` the scope is everything.
    ///
    /// @return nothing when the text has another form, the role is none that a person may act in, or a party to the
    ///     case does not say which
    public static Optional<Actor> parse(String text, Way way) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Scope scope = parts.group(3) == null ? Scope.EVERYTHING : new Scope(parts.group(3));
        return Role.ofPerson(parts.group(1))
                .filter(role -> !role.isParty() || !scope.text().isEmpty())
                .map(role -> new Actor(role, parts.group(2), scope, way));
    }

    /// As it is typed.
    public String text() {
        return role.word() + ":" + name + (scope.text().isEmpty() ? "" : "@" + scope.text());
    }

    /// Whether both may be one person: the same name, or the same way.
    public boolean isSamePersonAs(Actor other) {
        return name.equals(other.name) || way.equals(other.way);
    }

    /// Whether it may see a case.
    public boolean sees(Place place) {
        return switch (role) {
            case ORGANISATION -> scope.text().equals(place.organisation());
            case HOLDER -> scope.text().equals(place.holder());
            case ANALYST, MAKER, CHECKER, AUDITOR, SYSTEM -> scope.holds(place.area());
        };
    }
}
