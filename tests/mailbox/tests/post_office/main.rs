//! The post office tried over TCP, as a mail client and a browser use it.

mod client;
mod fault;
mod page;
mod read;
mod smtp;
mod wait;
