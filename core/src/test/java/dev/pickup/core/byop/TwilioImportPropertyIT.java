package dev.pickup.core.byop;

class TwilioImportPropertyIT extends ImportPropertyContract {
    @Override
    SimulatedCustomer.Carrier carrier() {
        return new TwilioCustomers();
    }
}
