package io.seenby.audit.own;

import io.seenby.events.Action;
import io.seenby.events.Channel;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientKind;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** One plain sentence for the person whose information it was. Codes of the publisher are read as words. */
final class Sentence {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** What some sources report where they cannot say what was looked at. */
    private static final String UNSPECIFIED = "unspecified";

    private Sentence() {}

    static String of(Access access) {
        return "On " + MOMENT.format(access.occurredAt()) + " " + who(access) + " " + did(access) + why(access) + ".";
    }

    private static String who(Access access) {
        String department = access.department()
                .map(code -> " of the " + words(code) + " department")
                .orElse("");
        String role = access.role().map(code -> ", as " + words(code) + ",").orElse("");
        return switch (access.who()) {
            case WORKFORCE -> "somebody" + (department.isEmpty() ? " of the staff" : department) + role;
            case CONTRACTOR -> "a contractor" + department + role;
            case SERVICE -> "a computer system" + department + role;
            case CLIENT -> "you or another client" + role;
        };
    }

    private static String did(Access access) {
        boolean failed = access.outcome().filter(Outcome.FAILURE::equals).isPresent();
        return switch (access.action()) {
            case DENIED ->
                "tried to " + infinitive(access, access.attempted().orElse(Action.READ)) + " and was refused";
            case READ, SEARCH, EXPORT, PRINT, AUTHENTICATE, DISCLOSE ->
                failed ? "tried to " + infinitive(access, access.action()) + " without success" : past(access);
        };
    }

    private static String past(Access access) {
        return switch (access.action()) {
            case READ -> "opened " + what(access);
            case SEARCH -> "found you in a search";
            case EXPORT -> "exported " + what(access);
            case PRINT -> "printed " + what(access);
            case DENIED -> "was refused";
            case AUTHENTICATE -> "signed in";
            case DISCLOSE -> "passed on " + disclosed(access);
        };
    }

    private static String infinitive(Access access, Action action) {
        return switch (action) {
            case READ, DENIED -> "open " + what(access);
            case SEARCH -> "find you in a search";
            case EXPORT -> "export " + what(access);
            case PRINT -> "print " + what(access);
            case AUTHENTICATE -> "sign in";
            case DISCLOSE -> "pass on " + disclosed(access);
        };
    }

    private static String what(Access access) {
        return access.recordType()
                .filter(type -> !type.equals(UNSPECIFIED))
                .map(type -> "your " + words(type))
                .orElse("information about you");
    }

    private static String disclosed(Access access) {
        return what(access) + " to " + recipient(access.recipient())
                + access.channel().map(Sentence::channel).orElse("");
    }

    private static String recipient(Optional<RecipientKind> kind) {
        return kind.map(known -> switch (known) {
                    case PERSON -> "a person outside";
                    case ORGANISATION -> "an organisation outside";
                    case PUBLIC_BODY -> "a public body";
                    case PUBLIC -> "the public";
                })
                .orElse("a recipient outside");
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case ELECTRONIC -> " electronically";
            case E_MAIL -> " by e-mail";
            case PORTAL -> " through a portal";
            case FAX -> " by fax";
            case PAPER -> " on paper";
            case VERBAL -> " by word of mouth";
            case MEDIA -> " through the media";
            case SOCIAL_MEDIA -> " on social media";
            case OTHER -> " in another way";
        };
    }

    private static String why(Access access) {
        boolean broken = access.emergency()
                && access.purpose().filter(Purpose.BREAK_GLASS::equals).isEmpty();
        return access.purpose().map(Sentence::purpose).orElse(", without a stated reason")
                + (broken ? ", by emergency access" : "");
    }

    private static String purpose(Purpose purpose) {
        return switch (purpose) {
            case TREATMENT -> ", for treatment";
            case PAYMENT -> ", for payment";
            case OPERATIONS -> ", for the running of the organisation";
            case LEGAL_REPRESENTATION -> ", for legal representation";
            case CONFLICT_CHECK -> ", to check for conflicts of interest";
            case ENGAGEMENT -> ", for an engagement";
            case ACCOUNT_SERVICE -> ", to serve an account";
            case COMPLIANCE -> ", for compliance";
            case PUBLIC_HEALTH -> ", for public health";
            case RESEARCH -> ", for research";
            case CLIENT_REQUEST -> ", at a client's request";
            case LEGAL_PROCESS -> ", for legal proceedings";
            case SAFETY_EXCEPTION -> ", to avert a danger";
            case BREAK_GLASS -> ", by emergency access";
            case SUPPORT -> ", for technical support";
            case OTHER -> ", for another reason";
        };
    }

    /** {@code laboratory-report}, {@code laboratory_report} and {@code LaboratoryReport} are a laboratory report. */
    private static String words(String code) {
        String apart = code.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[-_./:]+", " ");
        return apart.strip().toLowerCase(Locale.ROOT);
    }
}
