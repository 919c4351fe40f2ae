extern "C" __attribute__((visibility("default"))) int horocycle_absent() {
    return 0;
}
