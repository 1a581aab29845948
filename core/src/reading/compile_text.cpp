#include "reading/compile_text.h"

#include "reading/pack_symbols.h"

namespace returnable {

std::shared_ptr<const Pack> compile_text(std::string_view json, std::vector<Error>& errors) {
    Work work(most_steps_of_a_pack);
    auto pack = std::make_shared<Pack>(read_pack(json, errors, work));
    if (!errors.empty()) return nullptr;
    compile_pack(*pack);
    check_pack(*pack, errors, work);
    return errors.empty() ? pack : nullptr;
}

}  // namespace returnable
