// The widget's core asks no object for its type and catches nothing. The library's own classes still name these tables, which
// would bring in 1 KB of code that nobody calls.
extern "C" {
extern const void* const class_type_info[4] asm("_ZTVN10__cxxabiv117__class_type_infoE");
extern const void* const si_class_type_info[4] asm("_ZTVN10__cxxabiv120__si_class_type_infoE");
extern const void* const vmi_class_type_info[4] asm("_ZTVN10__cxxabiv121__vmi_class_type_infoE");
const void* const class_type_info[4] = {};
const void* const si_class_type_info[4] = {};
const void* const vmi_class_type_info[4] = {};
}
