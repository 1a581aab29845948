#include "reading/compile_text.h"

#include "reading/pack_symbols.h"

namespace returnable {

std::shared_ptr<const Pack> compile_text(std::string_view json, std::vector<Error>& errors) {
    auto pack = std::make_shared<Pack>(read_pack(json, errors));
    if (!errors.empty()) return nullptr;
    compile_pack(*pack);
    check_pack(*pack, errors);
    return errors.empty() ? pack : nullptr;
}

}  // namespace returnable
