// What a fault in a case says to a developer. Apart from the finding of it: the widget words faults by their code and
// is linked with wasm/no_words.cpp instead.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pack/pack.h"

namespace returnable::words {

std::string bad_day();
std::string day_outside();
std::string currency();
std::string too_many_items();
std::string too_many_facts();
std::string item_id();
std::string same_item_id();
std::string given_twice();
std::string of_the_whole_order();
std::string wrong_type(FactKind wanted);
std::string out_of_range(const FactSpec& spec);
std::string unknown_fact(const std::string& name, const std::vector<FactSpec>& facts);
std::string unknown_value(const std::string& word, const FactSpec& spec);
std::string after_as_of(Date as_of);
std::string before(const FactSpec& earlier);
std::string contradicts(const FactSpec& fact, int value);
std::string no_such_pack(const std::string& id, const std::vector<std::shared_ptr<const Pack>>& packs);
std::string too_uncertain();
std::string too_much_work();

}  // namespace returnable::words
