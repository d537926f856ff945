package com.example.carclub;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Repository;

/** Keeps members in memory until the move to the club's database; every reader gets a copy of its own. */
@Repository
public class MemberStore {

    private final Map<Long, Member> members = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong(1000);

    public Member add(Member member) {
        member.setId(ids.incrementAndGet());
        members.put(member.getId(), member.copy());
        return member;
    }

    public Optional<Member> find(long id) {
        return Optional.ofNullable(members.get(id)).map(Member::copy);
    }

    /** Changes a member in one step; when {@code change} throws, everything stays as it was. */
    public Member change(long id, Consumer<Member> change) {
        Member changed = members.computeIfPresent(id, (key, current) -> {
            Member copy = current.copy();
            change.accept(copy);
            return copy;
        });
        if (changed == null) {
            throw new Refused(404, "There is no member " + id + ".");
        }
        return changed.copy();
    }
}
