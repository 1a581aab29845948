#include "evaluation/derived_facts.h"

#include <algorithm>

#include "evaluation/world.h"

namespace returnable {
namespace {

void void_facts(const Pack& pack, KnownItem& item, int as_of, Work& work) {
    for (const VoidSpec& spec : pack.voids) {
        if (work.is_spent()) return;
        if (World(pack, item.facts, as_of, work).known_truth(spec.when) != Truth::yes) continue;
        work.spend(spec.facts.size());
        for (const FactId fact : spec.facts) item.facts[fact] = {};
    }
}

// Whether the other item's date counts for this one: it lies before this one's, or this one has none.
bool counts(const SharedSpec& spec, const KnownFacts& other, const KnownFacts& own) {
    if (spec.earlier == no_fact) return true;
    const Known &theirs = other[spec.earlier], &ours = own[spec.earlier];
    return theirs.given() && (!ours.given() || theirs.value < ours.value);
}

void share(const Pack& pack, const SharedSpec& spec, std::vector<KnownItem>& items, int as_of, Work& work) {
    std::vector<Truth> truths;
    for (const KnownItem& item : items) truths.push_back(World(pack, item.facts, as_of, work).known_truth(spec.when));
    for (std::size_t i = 0; i < items.size(); ++i) {
        work.spend(items.size());
        if (work.is_spent()) return;
        Known& known = items[i].facts[spec.fact];
        if (known.state != Known::State::absent) continue;
        Truth any = Truth::no;  // of the other items, whatever their order
        for (std::size_t other = 0; other < items.size() && any != Truth::yes; ++other) {
            if (other != i && truths[other] > any && counts(spec, items[other].facts, items[i].facts)) any = truths[other];
        }
        known = any == Truth::unknown ? Known{Known::State::cannot_say, 0} : Known{Known::State::given, any == Truth::yes ? 1 : 0};
    }
}

}  // namespace

void derive_facts(const Pack& pack, std::vector<KnownItem>& items, int as_of, Work& work) {
    for (KnownItem& item : items) void_facts(pack, item, as_of, work);
    for (const SharedSpec& spec : pack.shared) share(pack, spec, items, as_of, work);
}

}  // namespace returnable
