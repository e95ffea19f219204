package org.qingyuan.casework.cases;

import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;

/// Who acts in the tests of cases, and where the case is that they act on.
final class People {
    static final String ORGANISATION = "suyu";
    static final String HOLDER = "C1";
    static final Place PLACE = new Place("320505", ORGANISATION, HOLDER);

    private People() {}

    /// Somebody who sees the case, with a way of the own.
    static Actor person(Role role, String name) {
        return person(role, name, name + "-user");
    }

    /// Somebody who sees the case.
    ///
    /// @param user of the operating system
    static Actor person(Role role, String name, String user) {
        return switch (role) {
            case ANALYST, MAKER, CHECKER, AUDITOR ->
                new Actor(role, name, new Scope("320500"), new Way(Way.Kind.USER, user));
            case ORGANISATION -> new Actor(role, name, new Scope(ORGANISATION), new Way(Way.Kind.TOKEN, user));
            case HOLDER -> new Actor(role, name, new Scope(HOLDER), new Way(Way.Kind.SESSION, user));
            case SYSTEM -> Actor.CLOCK;
        };
    }
}
