// The widget's stand-in for core/src/reading/fault_messages.cpp: it words faults by their code, so none of these is read.
#include "reading/fault_messages.h"

namespace returnable::words {

std::string bad_day() { return {}; }
std::string day_outside() { return {}; }
std::string currency() { return {}; }
std::string too_many_items() { return {}; }
std::string item_id() { return {}; }
std::string same_item_id() { return {}; }
std::string given_twice() { return {}; }
std::string of_the_whole_order() { return {}; }
std::string wrong_type(FactKind) { return {}; }
std::string out_of_range(const FactSpec&) { return {}; }
std::string unknown_fact(const std::string&, const std::vector<FactSpec>&) { return {}; }
std::string unknown_value(const std::string&, const FactSpec&) { return {}; }
std::string after_as_of(Date) { return {}; }
std::string before(const FactSpec&) { return {}; }
std::string contradicts(const FactSpec&, int) { return {}; }
std::string no_such_pack(const std::string&, const std::vector<std::shared_ptr<const Pack>>&) { return {}; }
std::string too_uncertain() { return {}; }

}  // namespace returnable::words
