#include "shared_facts.h"

#include <algorithm>

#include "world.h"

namespace returnable {

void share_facts(const Pack& pack, std::vector<KnownItem>& items, int as_of) {
    for (const SharedSpec& shared : pack.shared) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            Known& known = items[i].facts[shared.fact];
            if (known.state != Known::State::absent) continue;
            Truth truth = Truth::no;
            for (std::size_t j = 0; j < i; ++j) {
                const World world(pack, items[j].facts, as_of, false);
                truth = std::max(truth, world.known_truth(shared.when));
            }
            known = truth == Truth::unknown ? Known{Known::State::cannot_say, 0} : Known{Known::State::given, truth == Truth::yes ? 1 : 0};
        }
    }
}

}  // namespace returnable
