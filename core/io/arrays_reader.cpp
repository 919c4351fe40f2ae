// Named arrays of an npz as they are: matrices of a router, hidden states of a model.
#include "core/base/file.h"
#include "core/io/archive.h"
#include "core/io/npy.h"
#include "core/io/reader.h"

namespace horo {

namespace {

class ArraysReader final : public Reader {
public:
    std::string_view format() const override { return "arrays"; }
    std::vector<Kind> kinds() const override { return {Kind::Arrays}; }
    std::vector<std::string> endingsIfWanted() const override { return {".npz"}; }
    std::string_view help() const override { return "Named arrays (NumPy npz)"; }

    Result<Opened> read(const Source& source, Kind) const override {
        const auto file = readFileAndChecksum(source.path());
        if (!file) return file.error();
        const auto members = unpackArchive(file->bytes, source.name);
        if (!members) return members.error();
        Opened opened;
        opened.origin.sha256 = file->sha256;
        Arrays all;
        for (const auto& [name, bytes] : *members) {
            if (!name.ends_with(".npy")) continue;
            auto array = parseNpy(bytes, source.name + ":" + name);
            if (!array) return array.error();
            all.arrays.push_back(
                {name.substr(0, name.size() - 4), std::move(array->shape), std::move(array->values)});
        }
        if (all.arrays.empty()) return inputError("holds no arrays", "give an npz of NumPy", source.name);
        opened.payload = std::make_shared<const Arrays>(std::move(all));
        return opened;
    }
};

HOROCYCLE_READER(ArraysReader);

}  // namespace

}  // namespace horo
