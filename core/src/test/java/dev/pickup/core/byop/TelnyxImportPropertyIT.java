package dev.pickup.core.byop;

class TelnyxImportPropertyIT extends ImportPropertyContract {
    @Override
    SimulatedCustomer.Carrier carrier() {
        return new TelnyxCustomers();
    }
}
