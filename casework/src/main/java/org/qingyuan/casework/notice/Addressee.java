package org.qingyuan.casework.notice;

import java.util.List;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.policy.Channel;

/// Who is told, and by which ways that person or organisation can be reached.
///
/// @param contact as far as it is known
/// @param isUnit whether it is an organisation that gets letters at its seat, as households do not
/// @param isPlaceKnown whether it can be found where its address is not in the contacts: a unit is at its seat, a
///     household where its line ends
record Addressee(Contact contact, boolean isUnit, boolean isPlaceKnown) {
    /// The registry's kind of households.
    static final String HOME = "residential";

    static final String ORGANISATION = "organisation";
    static final String CUSTOMER = "customer";

    static Addressee of(CaseReader reader, CaseFile file) {
        String organisation = file.head().place().organisation();
        boolean isOrganisation = !organisation.isEmpty();
        String kind = isOrganisation ? ORGANISATION : CUSTOMER;
        String id = isOrganisation ? organisation : file.head().place().holder();
        Contact unknown = new Contact(kind, id, file.head().organisationName(), "", "", "", "");
        boolean isHome = file.head().organisationKind().equals(HOME);
        return new Addressee(reader.contact(kind, id).orElse(unknown), isOrganisation && !isHome, isOrganisation);
    }

    /// Chinese unless another language is asked for.
    String language() {
        return contact.language().isEmpty() ? "zh" : contact.language();
    }

    /// Those of the channels that reach it, in their order.
    List<Channel> reachable(List<Channel> channels) {
        return channels.stream().filter(this::reaches).toList();
    }

    private boolean reaches(Channel channel) {
        return switch (channel) {
            case SMS -> !isUnit && !contact.phone().isEmpty();
            case EMAIL -> !contact.email().isEmpty();
            case LETTER -> !isUnit && (isPlaceKnown || !contact.address().isEmpty());
            case UNIT_LETTER -> isUnit;
            case ANNOUNCEMENT, HALL -> true;
        };
    }
}
