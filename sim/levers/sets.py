"""Which levers there are: those of a hall, and those of every simulated device."""

from sim.levers import (
    cards,
    faults,
    gateways,
    lines,
    lockers,
    printers,
    samvs,
    scanners,
    sounds,
    strips,
    windows,
)
from sim.levers.table import Lever, Levers, Nothing
from sim.rig.devices import DevicesRig
from sim.rig.hall import HallRig


def hall_levers(hall: HallRig) -> Levers:
    return _with_names(
        {
            **cards.levers(hall),
            **printers.levers({"tcp": hall.tcp_printer, "serial": hall.pty_printer}),
            **windows.levers(hall),
            **samvs.levers({"serial": hall.id_reader}),
            **scanners.serial_levers(hall.scanner),
            **lockers.levers(hall.lockers),
            **gateways.levers(hall.gateways),
            **lines.levers(lines.of_hall(hall)),
            **faults.levers(
                {
                    "printer.tcp": hall.tcp_printer.faults,
                    "printer.serial": hall.pty_printer.faults,
                    "bus": hall.bus.faults,
                    "samv.serial": hall.id_reader.faults,
                    "scanner.serial": hall.scanner.faults,
                    **{f"locker.{name}": locker.faults for name, locker in hall.lockers.items()},
                }
            ),
        }
    )


def device_levers(devices: DevicesRig) -> Levers:
    return _with_names(
        {
            **hall_levers(devices.hall),
            **printers.levers(devices.printers),
            **samvs.levers(devices.samvs),
            **strips.levers(devices.strips, devices.pictures),
            **lockers.levers(devices.lockers),
            **scanners.levers(devices.scanner, devices.input_scanner, devices.keypad),
            **sounds.levers(devices.sound, devices.spoken),
            **lines.levers(lines.of_devices(devices)),
            **faults.levers(devices.faults()),
        }
    )


def _with_names(levers: Levers) -> Levers:
    names = sorted({*levers, "levers"})
    return {**levers, "levers": Lever(Nothing, lambda _: {"levers": names})}
