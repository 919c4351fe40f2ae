#include "core/io/hdf5/texts.h"

#include <cstring>
#include <vector>

namespace horo::hdf5 {

std::optional<std::string> readTexts(hid_t stored, hid_t space, size_t count,
                                     const std::function<herr_t(hid_t memoryType, void* into)>& read) {
    const Handle memory(H5Tcopy(H5T_C_S1), H5Tclose);
    std::string texts;
    bool isRead = false;
    H5Tset_cset(memory.id, H5Tget_cset(stored));
    if (H5Tis_variable_str(stored) > 0) {
        H5Tset_size(memory.id, H5T_VARIABLE);
        std::vector<char*> pointers(count, nullptr);
        isRead = read(memory.id, pointers.data()) >= 0;
        for (const char* text : pointers)
            if (isRead) texts.append(text ? text : "").push_back('\0');
        H5Dvlen_reclaim(memory.id, space, H5P_DEFAULT, pointers.data());
    } else {
        const size_t size = H5Tget_size(stored);
        H5Tset_size(memory.id, size);
        H5Tset_strpad(memory.id, H5T_STR_NULLPAD);
        std::vector<char> bytes(count * size);
        isRead = read(memory.id, bytes.data()) >= 0;
        for (size_t i = 0; i < count && isRead; ++i) {
            const char* text = bytes.data() + i * size;
            texts.append(text, ::strnlen(text, size)).push_back('\0');
        }
    }
    if (!isRead) return std::nullopt;
    return texts;
}

}  // namespace horo::hdf5
