package danvan.organization;

import danvan.chat.Address;
import danvan.chat.Joining;
import danvan.chat.Person;
import danvan.conversation.Reply;
import danvan.storage.Database;
import danvan.text.Texts;
import java.time.Instant;
import java.util.Optional;

/**
 * How people come in by the phone page. A personal link opens its member's chat. An invitation's link opens no chat: it
 * lets one person in, whose browser makes the token of the link it goes on with, so that asking again after a lost answer
 * is harmless, and nobody else ever has it. Safe for use by several threads.
 */
public final class PageEntry {
    private final Members members;
    private final Units units;
    private final Invitations invitations;
    private final JoinNews news;
    private final Texts.Phrases texts;

    public PageEntry(Database database, Units units, JoinNews news, Texts.Phrases texts) {
        this.members = new Members(database);
        this.units = units;
        this.invitations = new Invitations(database);
        this.news = news;
        this.texts = texts;
    }

    /** The address behind a personal link's token. */
    public Optional<Address> linked(String token) {
        return Optional.of(address(token))
                .filter(address -> members.behind(address).isPresent());
    }

    public Joining.Invitation invitation(String code, Instant now) {
        return invitations.standing(Secrets.hash(code), now);
    }

    /** What somebody who was invited is called, as far as the inviter has said it. */
    public Optional<String> called(String code, Instant now) {
        return invitations
                .good(Secrets.hash(code), now)
                .flatMap(invitation -> invitation.member().map(Person::name).or(invitation::name));
    }

    /** Whether words are the code of an invitation that is good. */
    public boolean isCode(String words, Instant now) {
        return Secrets.mayBeCode(words)
                && invitations.good(Secrets.hash(words), now).isPresent();
    }

    /** The address that a token's personal link opens, once it belongs to a member. */
    public Address address(String token) {
        return new Address("web", Secrets.hash(token));
    }

    /**
     * Makes a member of whoever was invited, reached by the token's link from now on.
     *
     * @return the welcome, to be kept and sent to {@link #address}; nothing where this was done before; empty where the
     *     invitation let somebody else in, or is none
     * @throws IllegalArgumentException where the name is none
     */
    public Optional<Reply> join(String code, String token, String name, Instant now) {
        Address address = address(token);
        String hash = Secrets.hash(code);
        Optional<Reply> welcome = members.behind(address).isPresent()
                ? Optional.empty()
                : invitations.good(hash, now).map(invitation -> welcome(invitation, address, name, now));
        // Whoever asks twice at once may have come in between these looks by the other of the two.
        return welcome.or(() -> invitations.letIn(hash, address) ? Optional.of(Reply.nothing()) : Optional.empty());
    }

    private Reply welcome(Invitations.Invitation invitation, Address address, String name, Instant now) {
        if (invitation.member().isPresent()) {
            String called = invitation.member().get().name();
            return Reply.say(texts.say("people.admittedAgainByPage", "name", called))
                    .andDo(tx -> Invitations.use(tx, invitation, address, called, now));
        }
        String called = PersonName.of(name).orElseThrow(() -> new IllegalArgumentException("not a name"));
        String unit = units.find(invitation.unit()).map(Unit::name).orElse(invitation.unit());
        return Reply.say(texts.say("people.admittedByPage", "name", called, "unit", unit))
                .andTell(news.of(invitation, called))
                .andDo(tx -> Invitations.use(tx, invitation, address, called, now));
    }
}
