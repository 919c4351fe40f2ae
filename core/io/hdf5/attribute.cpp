#include "core/io/hdf5/attribute.h"

#include <vector>

#include "core/io/hdf5/handle.h"
#include "core/io/hdf5/texts.h"

namespace horo::hdf5 {

namespace {

constexpr hssize_t mostNumbers = 1000, mostTexts = 1'000'000;
constexpr size_t mostTextBytes = size_t{64} << 20;

}  // namespace

Status sendAttribute(hid_t file, const std::string& path, const std::string& name, Ask ask,
                     const Answer& answer) {
    const bool wantsTexts = ask == Ask::TextAttribute;
    const Handle attribute(H5Aopen_by_name(file, path.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
                           H5Aclose);
    if (!attribute) return Status::Damaged;
    const Handle type(H5Aget_type(attribute.id), H5Tclose), space(H5Aget_space(attribute.id), H5Sclose);
    if (!type || !space || H5Tget_class(type.id) != (wantsTexts ? H5T_STRING : H5T_INTEGER))
        return Status::Damaged;
    const hssize_t entries = H5Sget_simple_extent_npoints(space.id);
    if (entries <= 0 || entries > (wantsTexts ? mostTexts : mostNumbers)) return Status::Damaged;
    const auto count = static_cast<size_t>(entries);
    if (wantsTexts) {
        const size_t size = H5Tget_size(type.id);
        if (size == 0 || size > mostTextBytes / count) return Status::Damaged;
        const auto texts = readTexts(type.id, space.id, count, [&](hid_t memory, void* into) {
            return H5Aread(attribute.id, memory, into);
        });
        if (!texts) return Status::Damaged;
        answer.add(*texts);
        return Status::Good;
    }
    std::vector<int64_t> numbers(count);
    if (H5Aread(attribute.id, H5T_NATIVE_INT64, numbers.data()) < 0) return Status::Damaged;
    answer.add(numbers.data(), numbers.size() * sizeof(int64_t));
    return Status::Good;
}

}  // namespace horo::hdf5
