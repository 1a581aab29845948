// Every field of a compiled pack that answering needs, once, for writing it as bytes and for reading it back.
// What only reading, checking or listing packs needs is left out, and so are the rules' names and the sources' sentences:
// they come in a file of their own (writing/pack_sentences.h), which most answers do without.
#pragma once

#include "pack/pack.h"

namespace returnable {

template <class A>
void fields(A& a, FactSpec& f) {
    a(f.id, f.kind, f.values, f.least, f.most, f.clock, f.may_be_future, f.settles, f.order_level, f.of_case);
}

template <class A>
void fields(A& a, Contradiction& c) {
    a(c.fact, c.with, c.value);
}

template <class A>
void fields(A& a, FactUse& u) {
    a(u.absent, u.assumed, u.range, u.ours, u.class_of, u.example, u.has_open_when, u.open_values);
    if (u.has_open_when) a(u.open_when);
}

template <class A>
void fields(A& a, DateExpr& m) {
    using Kind = DateExpr::Kind;
    a(m.kind);
    if (m.kind == Kind::fact || m.kind == Kind::step) a(m.index);
    else if (m.kind == Kind::after) a(m.parts, m.least, m.most, m.length_fact, m.unit, m.roll);
    else if (m.kind == Kind::on) a(m.parts, m.least, m.most);
    else if (m.kind == Kind::earlier_of || m.kind == Kind::later_of || m.kind == Kind::first_of) a(m.parts);
}

template <class A>
void fields(A& a, Condition& c) {
    using Kind = Condition::Kind;
    a(c.kind);
    if (c.kind == Kind::all || c.kind == Kind::any || c.kind == Kind::negation) a(c.parts);
    else if (c.kind == Kind::reading) a(c.conflict, c.readings);
    else if (c.kind == Kind::past || c.kind == Kind::reached) a(c.moment);
    else if (c.kind == Kind::before) a(c.moment, c.than);
    else a(c.fact, c.other, c.classes, c.least, c.most, c.expected);
}

template <class A>
void fields(A& a, SourceSpec& s) {
    a(s.title, s.tier);
}

template <class A>
void fields(A& a, ClauseSpec& c) {
    a(c.id, c.source);
}

template <class A>
void fields(A& a, ReadingSpec& r) {
    a(r.counts, r.clauses);
}

template <class A>
void fields(A& a, ConflictSpec& c) {
    a(c.id, c.slot, c.remedies, c.when, c.readings, c.clauses, c.counting);
}

template <class A>
void fields(A& a, RemedySpec& r) {
    a(r.id, r.promise, r.statutory, r.owed_by, r.when, r.leads, r.has_leads, r.settled, r.has_settled, r.acts, r.refund_step, r.wants, r.clauses);
}

template <class A>
void fields(A& a, StepSpec& s) {
    a(s.id, s.actor, s.slot, s.remedies, s.when, s.also_when, s.after, s.has_after, s.done, s.done_when, s.advised_by, s.advised_when, s.shown, s.decides,
      s.optional, s.before, s.clauses);
}

template <class A>
void fields(A& a, RuleSpec& r) {
    a(r.slots, r.remedies, r.when, r.readings, r.overrides, r.says, r.by, r.payers, r.codes, r.estimate, r.still_useful, r.clauses);
}

template <class A>
void fields(A& a, SharedSpec& s) {
    a(s.fact, s.when, s.earlier);
}

template <class A>
void fields(A& a, VoidSpec& v) {
    a(v.facts, v.when);
}

template <class A>
void fields(A& a, AfterFirst& e) {
    a(e.fact, e.events);
}

template <class A>
void fields(A& a, Dictionary& d) {
    a(d.facts, d.order_of_events, d.after_first, d.contradictions);
}

// The standard dictionary, which every pack begins with, is not written again in each.
template <class A>
void fields(A& a, Pack& p) {
    a.dictionary(p);
    a(p.id, p.checked_on, p.from, p.to, p.governs, p.uses, p.sources, p.clauses, p.conflicts, p.remedies, p.steps, p.rules, p.shared, p.voids, p.slots,
      p.evidence_codes, p.advice_codes, p.our_guesses, p.unstated);
}

}  // namespace returnable
