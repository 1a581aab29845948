#include "dictionary.h"

namespace returnable {

int FactSpec::index_of(std::string_view value) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] == value) return static_cast<int>(i);
    }
    return -1;
}

FactId find_fact(const std::vector<FactSpec>& facts, std::string_view id) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (facts[i].id == id) return static_cast<FactId>(i);
    }
    return no_fact;
}

FactId Dictionary::find(std::string_view id) const { return find_fact(facts, id); }

}  // namespace returnable
