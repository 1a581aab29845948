#include "evaluation/derived_facts.h"

#include <algorithm>

#include "evaluation/world.h"

namespace returnable {

void share_facts(const Pack& pack, std::vector<KnownItem>& items, int as_of) {
    for (const SharedSpec& shared : pack.shared) {
        Truth truth = Truth::no;  // of the items so far
        for (KnownItem& item : items) {
            Known& known = item.facts[shared.fact];
            if (known.state == Known::State::absent)
                known = truth == Truth::unknown ? Known{Known::State::cannot_say, 0} : Known{Known::State::given, truth == Truth::yes ? 1 : 0};
            if (&item != &items.back()) truth = std::max(truth, World(pack, item.facts, as_of).known_truth(shared.when));
        }
    }
}

}  // namespace returnable
