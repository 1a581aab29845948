// In place of reading/read_dictionary.cpp, where there is no reader of JSON.
#include "archive/archived_dictionary.h"

#include "archive/archive.h"

namespace returnable {

const Dictionary& dictionary() {
    static const Dictionary instance = read_dictionary(embedded::archived_dictionary);
    return instance;
}

}  // namespace returnable
